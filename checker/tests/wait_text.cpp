// wait_text.cpp: tests of the waits drawn with characters.
#include "report/wait_text.hpp"

#include "report/visible.hpp"
#include "sample_evidence.hpp"

using Lines = std::vector<std::string>;

namespace {

Lines wait_text(const lab::judge::CaseResult& result, std::size_t columns) {
    return lab::report::wait_text(result, columns);
}

std::string drawn(const lab::judge::CaseResult& result, std::size_t columns) {
    std::string text;
    for (const std::string& line : wait_text(result, columns)) text += line + "\n";
    return text;
}

// Threads 1 to `threads`, each of which holds a lock and waits for the next one's.
lab::judge::CaseResult circle_of(int threads, const std::string& lock = "lock ") {
    lab::judge::CaseResult result;
    for (int thread = 1; thread <= threads; ++thread) {
        lab::judge::Step step;
        step.thread = thread;
        step.operation = "lock";
        step.blocks = true;
        step.holder = thread % threads + 1;
        step.object = lock + std::to_string(*step.holder);
        result.trace.push_back(step);
    }
    return result;
}

}  // namespace

TEST_CASE("waits: two threads and two locks are drawn as a circle") {
    CHECK(drawn(circle_of(2), 78) ==
          "(thread 1) -- waits for --> [lock 2]\n"
          "    ^                          |\n"
          "is held by                 is held by\n"
          "    |                          v\n"
          " [lock 1] <-- waits for -- (thread 2)\n");
}

TEST_CASE("waits: a thread that waits for itself") {
    CHECK(drawn(circle_of(1), 78) ==
          "(thread 1) -- waits for --> [lock 1]\n"
          "     ^                         |\n"
          "     +------ is held by -------+\n");
}

TEST_CASE("waits: what is too wide for rows goes from top to bottom, and no line is too long") {
    const Lines narrow = wait_text(circle_of(2), 40);
    CHECK(wait_text(circle_of(2), 30) == Lines{"+-> (thread 1)", "|     | waits for",  //
                                               "|   [lock 2]", "|     | is held by",   //
                                               "|   (thread 2)", "|     | waits for",  //
                                               "|   [lock 1]", "+------ is held by"});
    for (int threads = 1; threads < 8; ++threads)
        for (const std::string name : {"m", "a lock of some length \xc3\xa4\xc3\xa4 ", "\x1b[31m"})
            for (const std::size_t columns : {40u, 60u, 78u, 118u})
                for (const std::string& line : wait_text(circle_of(threads, name), columns)) {
                    CHECK(lab::report::width(line) <= columns);
                    CHECK(line.find('\x1b') == std::string::npos);
                }
}

TEST_CASE("waits: the corners of both rows stand below each other, however long their names are") {
    for (int threads = 2; threads < 5; ++threads)
        for (const std::string name : {"m", "the lock of "}) {
            const Lines lines = wait_text(circle_of(threads, name), 300);
            REQUIRE(lines.size() == 5);
            CHECK(lines[1].find('^') == lines[3].find('|'));
            CHECK(lines[1].rfind('|') == lines[3].rfind('v'));
            CHECK(lines[1].rfind('|') < lines[0].size());
            CHECK(lines[3].rfind('v') < lines[4].size());
        }
}

TEST_CASE("waits: without a circle, an arrow for each") {
    lab::judge::CaseResult result = circle_of(2);
    result.trace[1].operation = "wait";
    result.trace[1].object = "ready_";
    result.trace[1].holder.reset();
    CHECK(drawn(result, 78) ==
          "(thread 1) -- waits for --> [lock 2] -- is held by --> (thread 2)\n"
          "    -- waits for --> [ready_]\n");
    result.trace.erase(result.trace.begin());
    CHECK(wait_text(result, 78) == Lines{"(thread 2) -- waits for --> [ready_]"});
    CHECK(wait_text({}, 78).empty());
}
