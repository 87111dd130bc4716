/**
 * Where the content of a rendered page's body begins. Rules may say `<body>` in a string; nothing that people write can
 * end the head.
 */
export function bodyStart(html: string): number | undefined {
  const headEnd = html.indexOf("</head><body");
  return headEnd < 0 ? undefined : html.indexOf(">", headEnd + "</head>".length) + 1;
}
