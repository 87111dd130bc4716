/** The device's own list of ways to share, where it has one. The plain links beside it work everywhere. */
export function attendSharing(): void {
  if (!navigator.share) return;
  for (const button of Array.from(document.querySelectorAll<HTMLElement>("[data-share=device]"))) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const url = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
      navigator.share({ title: document.title, url }).catch(() => undefined);
    });
  }
}
