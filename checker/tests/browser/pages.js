// pages.js: has the checker write its pages, one for each verdict, and opens them in Debian's chromium.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const course = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const checker = process.env.LAB_CHECKER ?? join(course, "build/release/bin/checker");
const hostile = join(course, "checker/tests/hostile");
const lesson = (id, file) => ({ id: id.slice(0, 2), file: join(course, "lessons", id, file) });
const odd = (file) => ({ id: "01", file: join(hostile, "hand-ins", file), course: join(hostile, "course") });

// A hand-in for each verdict that the course, or a hostile one, can give.
export const verdicts = {
    "unfinished": lesson("04-deadlock", "stub"),
    "build-error": { id: "04", text: "int x = y;  // </script><script>document.title = 'taken'</script>\n" },
    "forbidden": lesson("05-producer-consumer", "wrong/polls_with_sleep.cpp"),
    "data-race": lesson("04-deadlock", "wrong/total_unlocked.cpp"),
    "crash": lesson("00-threads", "wrong/no_join.cpp"),
    "lost-wakeup": lesson("05-producer-consumer", "wrong/closed_outside_lock.cpp"),
    "deadlock": lesson("04-deadlock", "wrong/argument_order.cpp"),
    "livelock": lesson("04-deadlock", "wrong/try_lock_holding.cpp"),
    "leak": odd("shm_left_behind.cpp"),
    "wrong-output": lesson("04-deadlock", "wrong/self_transfer_withdraws.cpp"),
    "nondeterministic": lesson("04-deadlock", "wrong/one_at_a_time.cpp"),
    "timeout": odd("empty_loop.cpp"),
    "over-synchronised": lesson("04-deadlock", "wrong/one_global_lock.cpp"),
    "inconclusive": odd("flood_stdout.cpp"),
    "passed": { id: "02", solution: true },
};

// A temporary folder, and the checker's cache in it.
export const makeFolder = () => {
    const path = mkdtempSync(join(tmpdir(), "lab-pages-"));
    return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

// Runs the checker on a hand-in; the path of what it has written.
export const write = (folder, name, handIn, command = ["report"]) => {
    let file = handIn.file;
    if (handIn.text !== undefined) {
        file = join(folder.path, name + ".cpp");
        writeFileSync(file, handIn.text);
    }
    const output = join(folder.path, name + ".html");
    const words = [...command, handIn.id, ...(file ? ["--file", file] : []), ...(handIn.solution ? ["--solution"] : [])];
    execFileSync(checker, [...words, "--output", output], {
        env: { ...process.env, LAB_COURSE: handIn.course ?? course, LAB_CACHE: join(folder.path, "cache"),
               LAB_STATE: join(folder.path, "state") },
        stdio: ["ignore", "pipe", "pipe"],
    });
    return output;
};

export const bytes = (file) => readFileSync(file).length;

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
export const launch = () => chromium.launch({
    executablePath: process.env.CHROMIUM ?? programs.find((program) => existsSync(program)),
    args: ["--no-sandbox"],
});

// Opens a page and notes all that a report must never do: ask for anything, complain, open a dialogue.
export const open = async (browser, file, options = {}) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const noted = [];
    page.on("request", (request) => {
        if (!request.url().startsWith("file://" + file)) noted.push("asked for " + request.url());
    });
    page.on("console", (message) => noted.push("console: " + message.text()));
    page.on("pageerror", (error) => noted.push("error: " + error.message));
    page.on("dialog", (dialog) => { noted.push("dialogue"); dialog.dismiss(); });
    await page.goto("file://" + file + (options.hash ?? ""));
    return { page, noted };
};
