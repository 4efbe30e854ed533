// What a reader who does not see the page, or sees it badly, would stumble over; told in sentences.
(() => {
  const wrong = [];
  const say = (what, node) => wrong.push(`${what}: ${(node?.outerHTML ?? "").slice(0, 120)}`);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The frame: one language, one title, one main, headings without a leap.
  if (document.documentElement.lang !== "en") say("no language");
  if (!document.title) say("no title");
  for (const [selector, least, most] of [["main", 1, 1], ["h1", 1, 1], ["footer", 1, 1], ["header", 1, 1]]) {
    const count = all(selector).length;
    if (count < least || count > most) say(`${count} of ${selector}`);
  }
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) say(`h${own} after h${level}`, heading);
    if (!heading.textContent.trim()) say("an empty heading", heading);
    level = own;
  }

  // Every link has words and leads somewhere; every name that is referred to is there, once.
  const ids = all("[id]").map((node) => node.id);
  if (new Set(ids).size !== ids.length) say("an id stands twice");
  for (const link of all("a")) {
    if (!(link.getAttribute("aria-label") || link.textContent).trim()) say("a link without words", link);
    const to = link.getAttribute("href") ?? "";
    if (!to.startsWith("#") || !document.getElementById(to.slice(1))) say("a link that leads nowhere", link);
  }
  for (const node of all("[aria-labelledby]")) {
    if (!document.getElementById(node.getAttribute("aria-labelledby"))) say("a name that is not there", node);
  }

  // Footnotes lead there and back.
  const callouts = all('a[role="doc-noteref"]');
  const back = all('a[role="doc-backlink"]');
  for (const callout of callouts) {
    const note = document.querySelector(callout.getAttribute("href"));
    if (!note?.querySelector('a[role="doc-backlink"]')) say("a footnote without a way back", callout);
  }
  for (const link of back) {
    const home = document.querySelector(link.getAttribute("href"));
    if (home?.getAttribute("role") !== "doc-noteref") say("a way back to no callout", link);
  }

  // Nothing runs, nothing is fetched, nothing sticks out.
  if (all("script, iframe, object, embed, img, link, form").length) say("something that runs or is fetched");
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) say(`${root.scrollWidth - root.clientWidth} pixels stick out`);

  // Words stand out from their paper: 4.5 to 1, or 3 to 1 where they are large.
  const parsed = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const paper = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parsed(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let words = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    words += 1;
    const style = getComputedStyle(node);
    const [one, other] = [light(parsed(style.color)), light(paper(node))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) say(`contrast of ${contrast.toFixed(2)}`, node);
    if (size < 10) say(`letters of ${size} pixels`, node);
  }
  if (words < 50) say(`only ${words} stretches of words`);
  return { wrong, turns: all("article.turn[id], .said[id]").length, callouts: callouts.length, back: back.length };
})();
