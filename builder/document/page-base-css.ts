import { aboveAllStyles } from "./above-all-styles";

/** Styles of what the renderer itself adds, for pages that have it; :where() lets any rule of the page win. */
export const imagesCss = ":where(img){max-width:100%}:where(img[width][height]){height:auto}";

/**
 * The trap for bots, and the privacy notice. A form without its notice may not be published; no rule of the page can
 * take it out of sight either, or cut it off. What it is written in comes with `noticeGroundCss`, and `openBoxesCss`
 * opens the boxes around it, and `liftNoticesCss` brings it above what is laid over it.
 */
export const noticeCss =
  ".f-trap{position:absolute!important;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
  aboveAllStyles(
    ".f-notice{all:initial;display:block;position:relative;z-index:1;flex:1 0 100%;grid-column:1/-1;margin:.75rem 0 0;font-family:inherit;font-size:max(13px,.8125rem);line-height:1.5;text-align:start;overflow-wrap:anywhere}" +
      ".f-notice *{all:revert}.f-notice::before,.f-notice::after,.f-notice ::before,.f-notice ::after{content:none}" +
      ".f-notice::first-line,.f-notice ::first-line,.f-notice::first-letter,.f-notice ::first-letter{all:revert}" +
      ".f-notice summary{cursor:pointer;padding:.25rem 0;min-height:1.5rem}.f-notice dl{margin:.5rem 0 0}.f-notice dt{font-weight:600}.f-notice dd{margin:0 0 .5rem}.f-notice a{color:inherit;text-underline-offset:.18em}" +
      ".f-notice[open]::details-content{all:revert}" +
      "form[data-form]{overflow:visible;height:auto;max-height:none;aspect-ratio:auto;grid-template-rows:none;grid-auto-rows:auto;opacity:1;filter:none;clip-path:none;mask:none}",
  );

/** The element that offers formats is none for the layout. */
export const picturesCss = ":where(.f-picture){display:contents}";
