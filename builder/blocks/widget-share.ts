import { type Block, blockIcon } from "./block";

const link = (target: string, name: string) => `<a data-share="${target}" href="#">${name}</a>`;

export const shareWidget: Block = {
  id: "share",
  label: "Share links",
  category: "Closing",
  html: `<section class="section"><div class="wrap narrow"><p class="share"><span>Pass it on</span>${link("email", "E-mail")}${link("whatsapp", "WhatsApp")}${link("linkedin", "LinkedIn")}${link("facebook", "Facebook")}${link("bluesky", "Bluesky")}<button class="share-device" type="button" data-share="device">Share</button></p></div></section>`,
  css: `.share{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;justify-content:center}.share a,.share-device{padding:.25rem 0;min-height:1.5rem}.share-device{border:0;background:none;font:inherit;color:var(--accent);text-decoration:underline;cursor:pointer}`,
  icon: blockIcon(
    '<circle cx="16" cy="18" r="3.5"/><circle cx="31" cy="11" r="3.5"/><circle cx="31" cy="25" r="3.5"/><path d="M16 18l15-7M16 18l15 7" stroke="currentColor" stroke-width="2"/>',
  ),
};
