// hostile.test.js: whatever stands in a hand-in, it is text in the page, and the page stays small.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytes, launch, makeFolder, open, write } from "./pages.js";

let browser;
const folder = makeFolder();
before(async () => { browser = await launch(); });
after(async () => {
    await browser?.close();
    folder.remove();
});

const evil = `</script><script>document.title = "taken"</script><img src="http://127.0.0.1:9/x" onerror="alert(1)">`;

test("markup in strings, comments and output stays text", async () => {
    const text = `// ${evil} -->
#include "deadlock.hpp"
#include <cstdio>
void transfer(Account& from, Account& to, int amount) {
    const char* text = R"x(${evil} <!-- \u202e gnihtemos \u2028)x";
    std::puts(text);  // <style>body { display: none }</style>
    std::lock_guard one(from.mutex);
    std::lock_guard two(to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}
int total(Account& a, Account& b) { return a.balance() + b.balance(); }
`;
    const { page, noted } = await open(browser, write(folder, "evil", { id: "04", text }));
    assert.notEqual(await page.title(), "taken");
    assert.equal(await page.locator("img, iframe, object, embed, link, a[href^=http], form").count(), 0);
    assert.ok((await page.locator("#source").textContent()).includes(`<script>document.title = "taken"</script>`));
    assert.ok(await page.locator("#source").isVisible());
    const all = await page.locator("body").evaluate((body) => body.textContent);
    for (const sign of ["\u202e", "\u2028", "\u0000", "\u001b"]) assert.ok(!all.includes(sign));
    await page.keyboard.press("ArrowRight");
    assert.match(await page.locator("#say").textContent(), /^Step 1 of /);
    assert.deepEqual(noted, []);
    await page.close();
});

test("huge lines and huge files", async () => {
    const text = `#include "deadlock.hpp"
// ${"<".repeat(200_000)}
${"int unused(int);\n".repeat(20_000)}
void transfer(Account& from, Account& to, int amount) { std::lock_guard one(from.mutex); std::lock_guard two(to.mutex); ${"amount += 0; ".repeat(500)} from.withdraw(amount); to.deposit(amount); }
int total(Account& a, Account& b) { return a.balance() + b.balance(); }
`;
    const file = write(folder, "huge", { id: "04", text });
    assert.ok(bytes(file) < 300_000, `${bytes(file)} bytes`);
    const { page, noted } = await open(browser, file);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels wider than the window`);
    assert.deepEqual(noted, []);
    await page.close();
});
