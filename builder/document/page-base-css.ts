/** Styles of what the renderer itself adds, for pages that have it; :where() lets any rule of the page win. */
export const imagesCss = ":where(img[width][height]){max-width:100%;height:auto}";

/** The trap for bots, and the privacy notice. */
export const noticeCss =
  ".f-trap{position:absolute!important;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
  ":where(.f-notice){flex:1 0 100%;grid-column:1/-1;margin:.75rem 0 0;font-size:.8125rem;line-height:1.5;text-align:start;overflow-wrap:anywhere}" +
  ":where(.f-notice summary){cursor:pointer;padding:.25rem 0;min-height:1.5rem}" +
  ":where(.f-notice dl){margin:.5rem 0 0}:where(.f-notice dt){font-weight:600}:where(.f-notice dd){margin:0 0 .5rem}" +
  ":where(.f-notice a){color:inherit;text-decoration:underline}";

/** The element that offers formats is none for the layout. */
export const picturesCss = ":where(.f-picture){display:contents}";
