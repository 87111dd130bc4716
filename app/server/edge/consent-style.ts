import { aboveAllStyles } from "~builder/document/above-all-styles";

/** Nothing of the page's own look comes in here: neither its rules nor what is inherited from them. */
const plainGround =
  "#foyer-consent,.foyer-cookies{all:initial}#foyer-consent *,.foyer-cookies *{all:revert}" +
  "#foyer-consent *::before,#foyer-consent *::after,#foyer-consent::before,#foyer-consent::after{content:none}";

/**
 * Of what the edge adds to pages whose visitors are asked. Names begin with foyer-, which no page can use, and no rule
 * of a page can hide, cover or shrink a choice: refusing stays as easy as agreeing.
 */
export const consentCss = aboveAllStyles(
  plainGround +
    ".foyer-cookies{display:flex;flex-wrap:wrap;gap:0 16px;justify-content:center;padding:8px 16px;font:14px/1.5 system-ui,sans-serif;background:#fff;color:#37424c}" +
    ".foyer-cookies a{color:#37424c;padding:6px 2px;text-decoration:underline}.foyer-cookies span{padding:6px 2px}" +
    "#foyer-consent{position:fixed;inset-inline:0;bottom:0;z-index:2147483647;display:flex;justify-content:center;width:100%;box-sizing:border-box;padding:12px;pointer-events:none;font:16px/1.5 system-ui,sans-serif;text-align:start}#foyer-consent[style*=none]{display:none}" +
    "#foyer-consent .modal-content{pointer-events:auto;box-sizing:border-box;width:100%;max-width:44rem;max-height:calc(100vh - 24px);overflow:auto;padding:18px 22px;border:1px solid #cfd6da;border-radius:12px;background:#fff;color:#1d2a30;box-shadow:0 6px 40px rgb(0 0 0/.28)}" +
    "#foyer-consent .modal-title{font:600 1.125rem/1.3 system-ui,sans-serif;letter-spacing:0;margin:0 0 6px;color:inherit}#foyer-consent p{margin:0 0 8px;color:inherit}" +
    "#foyer-consent label{display:flex;gap:10px;align-items:center;min-height:32px;font-weight:400}#foyer-consent input{width:20px;height:20px;margin:0;flex:none;accent-color:#17595a}" +
    "#foyer-consent details{margin:4px 0}#foyer-consent summary{cursor:pointer;padding:4px 0}#foyer-consent ul{margin:4px 0;padding-inline-start:20px;max-height:30vh;overflow:auto}#foyer-consent li{margin:0 0 6px;overflow-wrap:anywhere}#foyer-consent li a{color:#17595a}" +
    "#foyer-consent .buttons{display:flex;flex-wrap:wrap;gap:10px;margin-top:12px}" +
    "#foyer-consent button{flex:1 1 12rem;font:600 16px/1.25 system-ui,sans-serif;padding:11px 14px;border:1px solid #17595a;border-radius:8px;background:#fff;color:#17595a;cursor:pointer}" +
    "#foyer-consent button:hover{background:#eef5f4}#foyer-consent :focus-visible,.foyer-cookies :focus-visible{outline:3px solid #17595a;outline-offset:2px}" +
    ".foyer-cookies .foyer-said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}" +
    "@media(prefers-color-scheme:dark){#foyer-consent .modal-content{background:#182126;color:#ecebe6;border-color:#3a474e}#foyer-consent button{background:#182126;color:#8fd3d0;border-color:#8fd3d0}#foyer-consent button:hover{background:#22303a}#foyer-consent li a{color:#8fd3d0}#foyer-consent input{accent-color:#8fd3d0}#foyer-consent :focus-visible{outline-color:#8fd3d0}}",
);
