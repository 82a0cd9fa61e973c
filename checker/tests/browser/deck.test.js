// deck.test.js: the slides of `checker demo --html` in a browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrasts } from "./contrast.js";
import { bytes, launch, makeFolder, open, write } from "./pages.js";

let browser;
let file;
const folder = makeFolder();
before(async () => {
    browser = await launch();
    file = write(folder, "demo", { id: "04" }, ["demo", "--html"]);
});
after(async () => {
    await browser?.close();
    folder.remove();
});

const heading = (page) => page.locator(".slide.now h2").textContent();

test("goes by keys and by buttons, forward and back, one slide at a time", async () => {
    const { page, noted } = await open(browser, file);
    assert.match(await heading(page), /^04 {2}Deadlock/);
    await page.keyboard.press(" ");
    assert.match(await heading(page), /^The version that goes wrong/);
    await page.keyboard.press("ArrowRight");
    assert.match(await heading(page), /^Step 1 of 4: which thread goes next\?/);
    await page.getByRole("button", { name: "on" }).click();
    assert.match(await heading(page), /^Step 1 of 4: thread 1 locks account a/);
    await page.keyboard.press(" ");  // the button has the focus: it is pressed once, not twice
    assert.match(await heading(page), /^Step 2 of 4: which thread/);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("PageUp");
    assert.match(await heading(page), /^Step 1 of 4: which/);
    await page.keyboard.press("End");
    assert.match(await heading(page), /^The solution passes/);
    assert.ok(await page.getByRole("button", { name: "on" }).isDisabled());
    assert.equal(await page.locator(".slide:visible").count(), 1);
    assert.deepEqual(noted, []);
    await page.close();
});

for (const colorScheme of ["light", "dark"]) {
    test(`each slide can be read and fits a projector, ${colorScheme}`, async () => {
        const { page } = await open(browser, file, { colorScheme, viewport: { width: 1280, height: 800 } });
        const count = await page.locator(".slide").count();
        for (let slide = 0; slide < count; ++slide) {
            assert.deepEqual(await contrasts(page), []);
            const state = await page.evaluate(() => [document.documentElement.scrollWidth <= innerWidth,
                document.querySelector(".slide.now .threads")?.getBoundingClientRect().bottom ?? 0]);
            assert.ok(state[0], "not wider than the window");
            assert.ok(state[1] <= 800, `the threads end at ${state[1]}`);
            if (process.env.LAB_SCREENSHOTS)
                await page.screenshot({ path: `${process.env.LAB_SCREENSHOTS}/demo-${slide + 1}-${colorScheme}.png` });
            await page.keyboard.press("ArrowRight");
        }
        await page.close();
    });
}

for (const id of ["01", "03", "05"]) {
    test(`lesson ${id}: threads, their values and what they do are seen without scrolling; a telephone is wide enough`,
        async () => {
            const deck = write(folder, "demo-" + id, { id }, ["demo", "--html"]);
            const { page } = await open(browser, deck, { viewport: { width: 1600, height: 900 } });
            const bar = await page.locator("#deck").evaluate((item) => item.getBoundingClientRect().top);
            const count = await page.locator(".slide").count();
            for (let slide = 0; slide < count; ++slide) {
                for (const part of [".threads", ".memory", ".graph"])
                    for (const item of await page.locator(`.slide.now ${part}`).all()) {
                        const bottom = await item.evaluate((found) => found.getBoundingClientRect().bottom);
                        assert.ok(bottom <= bar, `${await heading(page)}: ${part} ends at ${bottom}, the bar is at ${bar}`);
                    }
                await page.setViewportSize({ width: 360, height: 740 });
                assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
                await page.setViewportSize({ width: 1600, height: 900 });
                await page.keyboard.press("ArrowRight");
            }
            await page.close();
        });
}

test("offline, small, on paper all slides, without script too", async () => {
    assert.ok(bytes(file) < 300_000);
    const { page } = await open(browser, file);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".slide:visible").count(), await page.locator(".slide").count());
    await page.close();
    const { page: plain } = await open(browser, file, { javaScriptEnabled: false });
    assert.equal(await plain.locator(".slide:visible").count(), await plain.locator(".slide").count());
    await plain.close();
});
