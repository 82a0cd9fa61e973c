// frames.cpp: tests of what is true after each row of an interleaving: who exists, waits, could go on; which steps are
// rows.
#include "report/frames.hpp"

#include "sample_evidence.hpp"

using namespace sample;
using lab::report::Frame;
using lab::report::ThreadFrame;

namespace {

lab::judge::CaseResult case_of(const Failure& failure) {
    return lab::judge::judge(lesson(), hand_in(), explored({failed_case("case", failure)}), nullptr).cases[0];
}

void note(Story& story, int thread, const std::string& op, const std::string& text, int line) {
    story.event(thread, op, 0, place(line, "")).note = text;
}

// A consumer sleeps on a condition; main puts something and notifies it, while it holds the lock.
Failure consumer() {
    Story story("check-failed", "");
    const int mutex = story.object("mutex", "mutex_");
    const int ready = story.object("condition_variable", "ready_");
    const int items = story.object("memory", "items_");
    const int unnamed = story.object("memory", "variable 1", true);
    for (const int id : {0, 1}) story.thread(id, "finished");
    note(story, 0, "create", "thread 1", 1);
    story.event(1, "lock", mutex, place(10, ""), {mutex});
    story.event(1, "read", items, place(11, ""), {mutex}).value = "0";
    story.event(1, "wait", ready, place(12, ""));
    story.event(0, "lock", mutex, place(20, ""), {mutex});
    story.event(0, "write", items, place(21, ""), {mutex}).value = "1";
    story.event(0, "write", unnamed, place(21, ""), {mutex}).value = "7";
    story.event(0, "notify_one", ready, place(22, ""), {mutex});
    story.event(0, "unlock", mutex, place(23, ""));
    story.event(1, "wake", ready, place(12, ""), {mutex});
    story.event(1, "read", items, place(13, ""), {mutex}).value = "1";
    story.event(1, "unlock", mutex, place(14, ""));
    note(story, 1, "exit", "", 0);
    note(story, 0, "join", "thread 1", 2);
    return story.failure;
}

std::vector<Frame> frames_of(const lab::judge::CaseResult& result) {
    return lab::report::frames(result, lab::report::pick_rows(result).rows);
}

const ThreadFrame& of(const Frame& frame, int thread) {
    for (const ThreadFrame& item : frame.threads)
        if (item.thread == thread) return item;
    FAIL("no such thread");
    return frame.threads.front();
}

// The frame after the row that says this.
const Frame& after(const std::vector<Frame>& all, const std::vector<lab::report::Row>& rows, std::string_view text) {
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (rows[at].text == text) return all[at + 1];
    FAIL("no such row: " << text);
    return all.front();
}

}  // namespace

TEST_CASE("frames: a thread is there once it is created, sleeps until it wakes, and is in no line when it has ended") {
    const auto result = case_of(consumer());
    const auto rows = lab::report::pick_rows(result).rows;
    const auto all = frames_of(result);
    CHECK_FALSE(of(all.front(), 1).exists);
    CHECK(of(all.front(), 1).doing == "does not exist yet");
    CHECK_FALSE(of(all.front(), 1).can_go);
    CHECK(of(all.front(), 0).can_go);
    const Frame& created = after(all, rows, "starts thread 1");
    CHECK(of(created, 1).doing == "not started");
    CHECK(of(created, 1).can_go);
    const Frame& asleep = after(all, rows, "waits on ready_");
    CHECK(of(asleep, 1).waits);
    CHECK(of(asleep, 1).wants == "ready_");
    CHECK_FALSE(of(asleep, 1).can_go);
    const Frame& notified = after(all, rows, "notifies one on ready_");
    CHECK(of(notified, 1).waits);
    CHECK(of(notified, 1).can_go);  // it is its choice now
    const Frame& awake = after(all, rows, "wakes up");
    CHECK_FALSE(of(awake, 1).waits);
    CHECK(of(awake, 1).wants.empty());
    CHECK_FALSE(of(awake, 0).can_go);  // it waits for the end of thread 1
    CHECK(of(all.back(), 1).ended);
    CHECK_FALSE(of(all.back(), 1).can_go);
}

TEST_CASE("frames: who needs a lock that another thread holds cannot go") {
    auto failure = consumer();
    std::swap(failure.trace[3],
              failure.trace[4]);  // main's lock comes while thread 1 still holds it: told, not checked
    const auto result = case_of(failure);
    const auto rows = lab::report::pick_rows(result).rows;
    const auto all = frames_of(result);
    const Frame& locked = after(all, rows, "locks mutex_");
    CHECK_FALSE(of(locked, 0).can_go);
    CHECK(of(locked, 1).can_go);
}

TEST_CASE("frames: memory without a name is no answer to what a thread does; values are those that rows speak of") {
    const auto result = case_of(consumer());
    const auto rows = lab::report::pick_rows(result).rows;
    const auto all = frames_of(result);
    const Frame& written = after(all, rows, "writes items_ = 1");
    CHECK(of(written, 0).doing == "writes items_ = 1");
    CHECK(written.values == std::vector<std::pair<std::string, std::string>>{{"items_", "1"}});
}

TEST_CASE("frames: elements that share a name have no value, since nobody could say whose it is") {
    auto failure = consumer();
    failure.objects.push_back(failure.objects[2]);  // another element of items_
    failure.objects.back().id = static_cast<int>(failure.objects.size());
    failure.trace.back().object = failure.objects.back().id;
    failure.trace.back().op = "read";
    failure.trace.back().value = "7";
    CHECK(frames_of(case_of(failure)).back().values.empty());
}

TEST_CASE("rows: what main does to shared data counts until it joins, though the other thread has ended before") {
    Story story("check-failed", "");
    const int mutex = story.object("mutex", "mutex_");
    const int items = story.object("memory", "items_");
    for (const int id : {0, 1}) story.thread(id, "finished");
    note(story, 0, "create", "thread 1", 1);
    story.event(1, "lock", mutex, place(10, ""), {mutex});
    story.event(1, "read", items, place(11, ""), {mutex}).value = "0";
    story.event(1, "unlock", mutex, place(12, ""));
    note(story, 1, "exit", "", 0);
    story.event(0, "write", items, place(20, "")).value = "1";
    note(story, 0, "join", "thread 1", 21);
    story.event(0, "write", items, place(22, "")).value = "2";
    std::vector<std::string> texts;
    for (const auto& row : lab::report::pick_rows(case_of(story.failure)).rows) texts.push_back(row.text);
    CHECK(texts == std::vector<std::string>{"starts thread 1", "reads items_: 0", "writes items_ = 1",
                                            "has waited for thread 1"});
}
