const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

export const htmlTags = words(`
  a abbr address area article aside audio b bdi bdo blockquote body br button caption cite code col colgroup
  data datalist dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hgroup hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option output p picture
  pre progress q rp rt ruby s samp search section select small source span strong sub summary sup table tbody td
  textarea tfoot th thead time tr track u ul var video wbr`);

/** Old or foreign elements that are kept as something plain. */
export const tagReplacements = new Map(
  Object.entries({
    acronym: "abbr",
    big: "span",
    blink: "span",
    center: "div",
    dir: "ul",
    font: "span",
    html: "div",
    marquee: "span",
    nobr: "span",
    strike: "s",
    tt: "code",
  }),
);

/** Dropped with everything inside. All other unknown elements give way to their children. */
export const forbiddenTags = words(`
  applet base basefont bgsound canvas command dialog embed fencedframe frame frameset head iframe image keygen link
  listing math meta nextid noembed noframes object param plaintext portal script style template title xml xmp`);

export const svgTags = words(`
  svg g path circle ellipse rect line polyline polygon text tspan defs linearGradient radialGradient stop
  clipPath mask title desc`);

/** Parts of a drawing that are seen only where something else names them; bare, they would stand there as shapes. */
export const svgSources = words("symbol pattern marker filter");

/** Parts of a drawing whose absence somebody may see. */
export const svgTold = words(
  "symbol pattern marker filter use a switch textpath animate animatetransform animatemotion set foreignobject",
);

const globalAttributes = words("id title lang dir role hidden tabindex translate");

const tagAttributes = new Map(
  Object.entries({
    a: words("href target hreflang download"),
    area: words("href alt coords shape"),
    audio: words("src controls preload loop"),
    bdo: words("dir"),
    button: words("type name value disabled"),
    col: words("span"),
    colgroup: words("span"),
    data: words("value"),
    del: words("datetime"),
    details: words("open name"),
    fieldset: words("disabled"),
    form: words("autocomplete novalidate"),
    img: words("src srcset sizes alt width height loading fetchpriority"),
    input: words(
      "type name value placeholder required checked disabled readonly min max step minlength maxlength autocomplete inputmode list multiple size accept",
    ),
    ins: words("datetime"),
    label: words("for"),
    li: words("value"),
    map: words("name"),
    meter: words("value min max low high optimum"),
    ol: words("start type reversed"),
    optgroup: words("label disabled"),
    option: words("value label selected disabled"),
    progress: words("value max"),
    select: words("name required multiple size disabled autocomplete"),
    source: words("src srcset sizes type media width height"),
    td: words("colspan rowspan headers"),
    textarea: words(
      "name placeholder required rows cols minlength maxlength readonly disabled autocomplete inputmode",
    ),
    th: words("colspan rowspan headers scope abbr"),
    time: words("datetime"),
    track: words("src kind srclang label default"),
    video: words("src poster controls width height preload loop muted autoplay playsinline"),
  }),
);

const svgAttributes = words(`
  viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill stroke stroke-width stroke-linecap
  stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity stroke-miterlimit fill-opacity fill-rule clip-rule
  opacity offset stop-color stop-opacity gradientUnits gradientTransform clipPathUnits maskUnits clip-path mask
  preserveAspectRatio text-anchor font-size font-family font-weight letter-spacing dx dy dominant-baseline
  vector-effect focusable id role lang`);

const openAttribute = /^(?:aria-[a-z]{2,30}|data-(?!gjs|embed$|close$)[a-z][a-z0-9-]{0,50})$/;

export const isAllowedAttribute = (tag: string, name: string, inSvg: boolean): boolean =>
  openAttribute.test(name) ||
  (inSvg
    ? svgAttributes.has(name)
    : globalAttributes.has(name) || (tagAttributes.get(tag)?.has(name) ?? false));

export const inputTypes = words(`
  text email tel number date url search time datetime-local month week range color checkbox radio hidden submit
  password reset button file`);

/** Elements that stand in a line of text: white space beside them matters. */
export const inlineTags = words(`
  a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark meter output picture progress q
  rp rt ruby s samp select small span strong sub sup svg textarea time u var wbr`);
