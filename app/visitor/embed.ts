/** Films and maps load when they are pressed, and not before: until then the page holds a link. */
export function attendEmbeds(): void {
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>("a[data-embed]"))) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const src = link.dataset.embed ?? "";
      if (!src.startsWith("https://")) return;
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.className = "f-frame";
      frame.title = (link.querySelector("span,strong,h2,h3") ?? link.firstChild)?.textContent ?? "";
      frame.allow = "autoplay; picture-in-picture";
      frame.allowFullscreen = true;
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
      frame.src = src;
      link.replaceWith(frame);
      frame.focus();
    });
  }
}
