// lost_writes.cpp: tests of what is said of a write that goes over another thread's.
#include "report/lost_writes.hpp"

namespace {

struct Did {
    int thread;
    const char* operation;
    const char* value;
    int object = 1;
};

// What is said of each step.
std::vector<std::string> said(const std::vector<Did>& steps) {
    const lab::judge::CaseResult result;
    lab::report::LostWrites lost(result);
    std::vector<std::string> list;
    for (const Did& did : steps) {
        lab::judge::Step step;
        step.thread = did.thread;
        step.operation = did.operation;
        step.value = did.value;
        step.object = "x";  // elements share a name
        step.object_id = did.object;
        list.push_back(lost.follow(step));
    }
    return list;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("lost writes: read, overtaken, written") {
    CHECK(said({{1, "read", "0"}, {2, "read", "0"}, {2, "write", "1"}, {1, "write", "1"}}) ==
          Said{"", "", "", ", over thread 2's 1"});
    CHECK(said({{1, "read", "1"}, {2, "read", "1"}, {2, "write", "3"}, {1, "write", "2"}}) ==
          Said{"", "", "", ", over thread 2's 3"});
    CHECK(said({{1, "atomic_load", "1"}, {0, "atomic_rmw", "3"}, {1, "atomic_store", "2"}}) ==
          Said{"", "", ", over main's 3"});
}

TEST_CASE("lost writes: who has looked again, has never looked, or writes something else loses nothing") {
    CHECK(said({{1, "read", "1"}, {2, "write", "3"}, {1, "read", "3"}, {1, "write", "4"}}) == Said{"", "", "", ""});
    CHECK(said({{2, "write", "3"}, {1, "write", "4"}}) == Said{"", ""});
    CHECK(said({{1, "read", "1"}, {2, "write", "3", 2}, {1, "write", "2"}}) == Said{"", "", ""});
    CHECK(said({{1, "read", "1"}, {2, "write", "3"}, {1, "atomic_rmw", "4"}}) == Said{"", "", ""});
    CHECK(said({{1, "read", "1"}, {1, "write", "3"}, {1, "write", "4"}}) == Said{"", "", ""});
    CHECK(said({{1, "read", "1"}, {2, "write", "3"}, {1, "write", ""}}) == Said{"", "", ""});  // not written yet
}
