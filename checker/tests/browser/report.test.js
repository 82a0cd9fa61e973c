// report.test.js: the page of `checker report` in a browser: every verdict, the player, keys, print, contrast.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { contrasts } from "./contrast.js";
import { bytes, launch, makeFolder, open, verdicts, write } from "./pages.js";

let browser;
const folder = makeFolder();
const files = {};
before(async () => {
    browser = await launch();
    for (const [name, handIn] of Object.entries(verdicts)) files[name] = write(folder, name, handIn);
});
after(async () => {
    await browser?.close();
    folder.remove();
});

const said = (page) => page.locator("#say").textContent();

describe("each verdict", () => {
    for (const name of Object.keys(verdicts)) {
        for (const colorScheme of ["light", "dark"]) {
            test(`${name}, ${colorScheme}: opens by itself, says its name, can be read`, async () => {
                const { page, noted } = await open(browser, files[name], { colorScheme });
                assert.ok((await page.locator("header .badge").textContent()).endsWith(name));
                assert.ok(bytes(files[name]) < 300_000);
                assert.deepEqual(await contrasts(page), []);
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(wide <= 0, `${wide} pixels wider than the window`);
                if (process.env.LAB_SCREENSHOTS)
                    await page.screenshot({ path: `${process.env.LAB_SCREENSHOTS}/${name}-${colorScheme}.png`,
                                            fullPage: true });
                assert.deepEqual(noted, []);
                await page.close();
            });
        }
    }
});

describe("the player", () => {
    test("goes by buttons, forward and back", async () => {
        const { page, noted } = await open(browser, files.deadlock);
        assert.match(await said(page), /^Step 0 of 4: /);
        assert.ok(await page.getByRole("button", { name: "one step back" }).isDisabled());
        await page.getByRole("button", { name: "one step on" }).click();
        assert.match(await said(page), /^Step 1 of 4: thread 1 locks account a/);
        assert.equal(await page.locator("tr[aria-current=step]").getAttribute("data-step"), "1");
        await page.getByRole("button", { name: "to the end" }).click();
        assert.match(await said(page), /^Step 4 of 4: thread 2 waits for account a/);
        assert.ok(await page.getByRole("button", { name: "one step on" }).isDisabled());
        await page.getByRole("button", { name: "one step back" }).click();
        assert.match(await said(page), /^Step 3 of 4/);
        await page.getByRole("button", { name: "to the beginning" }).click();
        assert.match(await said(page), /^Step 0 of 4/);
        assert.deepEqual(noted, []);
        await page.close();
    });

    test("goes by the keyboard alone", async () => {
        const { page } = await open(browser, files.deadlock);
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowRight");
        assert.match(await said(page), /^Step 2 of 4/);
        await page.keyboard.press("ArrowLeft");
        assert.match(await said(page), /^Step 1 of 4/);
        await page.locator("#position").focus();
        await page.keyboard.press("End");
        assert.match(await said(page), /^Step 4 of 4/);
        await page.keyboard.press("ArrowLeft");
        assert.match(await said(page), /^Step 3 of 4/, "the slider moves by one, not by two");
        await page.close();
    });

    test("plays, pauses, and stops at the end", async () => {
        const { page } = await open(browser, files.deadlock);
        await page.clock.install();
        await page.reload();
        const button = page.locator("[data-go=play]");
        await page.keyboard.press(" ");
        assert.equal(await button.getAttribute("aria-pressed"), "true");
        await page.clock.runFor(1300);
        assert.match(await said(page), /^Step 1 of 4/);
        await page.keyboard.press(" ");
        assert.equal(await button.getAttribute("aria-pressed"), "false");
        await page.clock.runFor(10_000);
        assert.match(await said(page), /^Step 1 of 4/);
        await button.click();
        await page.clock.runFor(10_000);
        assert.match(await said(page), /^Step 4 of 4/);
        assert.equal(await button.getAttribute("aria-pressed"), "false");
        await page.close();
    });

    test("shows who holds, waits and stands where, at every step in sight of the buttons", async () => {
        const { page } = await open(browser, files["lost-wakeup"]);
        for (let step = 0; step < 22; ++step) await page.keyboard.press("ArrowRight");
        assert.match(await said(page), /^Step 22 of 22: thread 1 waits on changed_/);
        const card = page.locator("#state .waits", { hasText: "thread 1 (waits)" });
        assert.equal(await card.count(), 1);
        for (const part of [card, page.locator("tr[aria-current]"), page.locator("[data-go=back]")]) {
            const box = await part.boundingBox();
            assert.ok(box.y >= 0 && box.y + box.height <= 900, "is in the window");
        }
        const player = await page.locator("#player").boundingBox();
        const row = await page.locator("tr[aria-current]").boundingBox();
        assert.ok(row.y >= player.y + player.height - 1, "the row is not behind the player");
        assert.equal(await page.locator(".source .at").count(), 2);
        await page.close();
    });

    test("a click on a row goes there, and an address can name a step", async () => {
        const { page } = await open(browser, files.deadlock, { hash: "#step=3" });
        assert.match(await said(page), /^Step 3 of 4/);
        await page.locator("tr[data-step='2'] .step").click();
        assert.match(await said(page), /^Step 2 of 4/);
        await page.close();
    });
});

test("tab goes through the buttons in their order, and the focus is seen", async () => {
    const { page } = await open(browser, files.deadlock);
    const names = [];
    for (let at = 0; at < 4; ++at) {
        await page.keyboard.press("Tab");
        names.push(await page.evaluate(() => document.activeElement.dataset.go ?? document.activeElement.id));
        assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
    }
    assert.deepEqual(names, ["play", "step", "last", "position"]);
    await page.close();
});

test("what a reader of screens is told", async () => {
    const { page } = await open(browser, files.deadlock);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("h1").count(), 1);
    assert.equal(await page.getByRole("main").count(), 1);
    assert.equal(await page.locator("#say").getAttribute("aria-live"), "polite");
    assert.match(await page.locator("svg.graph desc").textContent(), /thread 1 waits for account b/);
    assert.match(await page.locator("#position").getAttribute("aria-valuetext"), /before the first step/);
    for (const scroll of await page.locator(".scroll").all())
        assert.ok(await scroll.getAttribute("aria-label"), "what can be scrolled has a name");
    for (const button of await page.getByRole("button").all())
        assert.ok((await button.textContent()) || (await button.getAttribute("aria-label")));
    const levels = await page.locator("h1, h2, h3").evaluateAll((all) => all.map((item) => Number(item.tagName[1])));
    levels.reduce((before, now) => { assert.ok(now <= before + 1, "no level of headings left out"); return now; });
    await page.close();
});

test("on paper: the lanes, not the player", async () => {
    const { page } = await open(browser, files.deadlock, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.ok(!(await page.locator("#player").isVisible()));
    assert.ok(await page.locator(".lanes").isVisible());
    assert.deepEqual(await contrasts(page), []);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
    await page.close();
});

test("on a telephone nothing is wider than the window", async () => {
    for (const name of Object.keys(verdicts)) {
        const { page } = await open(browser, files[name], { viewport: { width: 360, height: 740 } });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
        // No word is broken into single letters.
        const narrow = await page.locator(".cases td, .step, p, h2, li").evaluateAll((all) => all
            .filter((item) => item.textContent.trim().length > 20 && item.getBoundingClientRect().width < 120)
            .map((item) => item.textContent));
        assert.deepEqual(narrow, [], name);
        assert.ok(await page.getByRole("cell").count() > 0 || name === "build-error", "still a table");
        await page.close();
    }
});

test("what can come of a data race has lanes of its own, which the player leaves alone", async () => {
    const { page } = await open(browser, files["data-race"], { hash: "#step=1" });
    assert.ok(await page.locator("#consequence tr[data-step]").count() > 2);
    assert.equal(await page.locator("tr[aria-current]").count(), 1);
    assert.equal(await page.locator("#consequence tr[aria-current]").count(), 0);
    await page.close();
});

test("the map of outcomes: each output, its share, and where the interleavings part", async () => {
    const { page } = await open(browser, files.passed);
    assert.equal(await page.locator(".outputs > li").count(), 2);
    assert.equal(await page.locator("svg.tree .leaf").count(), 2);
    assert.match(await page.locator("svg.tree desc").textContent(), /output 1: .*output 2: /);
    await page.close();
});

test("without script all of it can be read", async () => {
    const { page } = await open(browser, files.deadlock, { javaScriptEnabled: false });
    assert.ok(!(await page.locator("#player").isVisible()));
    assert.equal(await page.locator("tr[data-step]").count(), 4);
    await page.close();
});
