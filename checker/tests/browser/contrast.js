// contrast.js: measures the contrast of text in a page by the rule of WCAG 2: 4.5 to 1, or 3 to 1 for large text.

// What fails, a sentence each.
export const contrasts = (page) => page.evaluate(() => {
    const parse = (colour) => {
        const parts = colour.match(/[\d.]+/g).map(Number);
        return parts.length > 3 ? parts : [...parts, 1];
    };
    const luminance = ([r, g, b]) => {
        const linear = [r, g, b].map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = parse(getComputedStyle(at).backgroundColor);
            if (colour[3] > 0) return colour;
        }
        return [255, 255, 255, 1];
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.textContent.trim() || element.closest("script, style, svg, [hidden], button:disabled")) continue;
        const style = getComputedStyle(element);
        if (element.getClientRects().length === 0 || style.visibility === "hidden") continue;
        if (style.backgroundImage !== "none") continue;  // hatched: its letter stands on plain ground
        const text = luminance(parse(style.color));
        const ground = luminance(behind(element));
        const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)}: ${node.textContent.trim().slice(0, 40)}`);
    }
    return found;
});
