import { aboveAllStyles } from "./above-all-styles";

/** Styles of what the renderer itself adds, for pages that have it; :where() lets any rule of the page win. */
export const imagesCss = ":where(img[width][height]){max-width:100%;height:auto}";

/** The trap for bots, and the privacy notice. */
export const noticeCss =
  ".f-trap{position:absolute!important;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
  ":where(.f-notice){flex:1 0 100%;grid-column:1/-1;line-height:1.5;text-align:start;overflow-wrap:anywhere}" +
  ":where(.f-notice summary){cursor:pointer;padding:.25rem 0;min-height:1.5rem}" +
  ":where(.f-notice dl){margin:.5rem 0 0}:where(.f-notice dt){font-weight:600}:where(.f-notice dd){margin:0 0 .5rem}" +
  ":where(.f-notice a){color:inherit;text-decoration:underline}" +
  // A form without its notice may not be published; no rule of the page can take it out of sight either.
  aboveAllStyles(
    ".f-notice{display:block;margin:.75rem 0 0;position:static;float:none;width:auto;min-width:0;max-width:none;height:auto;max-height:none;overflow:visible;font-size:max(13px,.8125rem);line-height:1.5}" +
      ".f-notice summary{display:list-item}.f-notice dl,.f-notice dt,.f-notice dd,.f-notice p{display:block}.f-notice a{display:inline}" +
      ".f-notice,.f-notice *{visibility:visible;opacity:1;transform:none;translate:none;scale:none;rotate:none;letter-spacing:normal;zoom:1;filter:none;clip-path:none;mask:none;text-indent:0;content-visibility:visible;pointer-events:auto}" +
      ".f-notice summary,.f-notice dl,.f-notice dt,.f-notice dd,.f-notice p,.f-notice a{position:static;font-size:inherit;max-height:none;height:auto}",
  );

/** The element that offers formats is none for the layout. */
export const picturesCss = ":where(.f-picture){display:contents}";
