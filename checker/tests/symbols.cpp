// symbols.cpp: tests of names: what lines of C++ call their objects, and what debug information calls addresses.
#include "symbols/expression.hpp"

#include <doctest/doctest.h>

#include "evidence/source_text.hpp"
#include "symbols/annotate.hpp"
#include "symbols/debug_info.hpp"

using namespace lab::symbols;
using Names = std::vector<std::string>;

TEST_CASE("symbols: what a lock declaration locks") {
    CHECK(locked_by_declaration("std::lock_guard guard(from.mutex);") == Names{"from.mutex"});
    CHECK(locked_by_declaration("std::lock_guard<std::mutex> guard{queue->mutex_};") == Names{"queue->mutex_"});
    CHECK(locked_by_declaration("std::scoped_lock both(a.mutex, b.mutex);") == Names{"a.mutex", "b.mutex"});
    CHECK(locked_by_declaration("std::scoped_lock<std::mutex, std::mutex> both(a, b);") == Names{"a", "b"});
    CHECK(locked_by_declaration("std::unique_lock lock(locks[i], std::defer_lock);") == Names{"locks[i]"});
    CHECK(locked_by_declaration("std::lock_guard<std::mutex>(from.mutex);") == Names{"from.mutex"});
    CHECK(locked_by_declaration("std::lock(from.mutex, to.mutex);") == Names{"from.mutex", "to.mutex"});
    CHECK(locked_by_declaration("if (std::unique_lock l{*mutex}; l.owns_lock())") == Names{"*mutex"});
    CHECK(locked_by_declaration("mutex.lock();").empty());
    CHECK(locked_by_declaration("std::lock_guard<std::mutex> guard(").empty());
}

TEST_CASE("symbols: on what a member function is called") {
    CHECK(receiver_of("from.mutex.lock();", {"lock"}) == "from.mutex");
    CHECK(receiver_of("while (!queue->ready.try_lock()) {", {"try_lock"}) == "queue->ready");
    CHECK(receiver_of("sem_wait(&slots);", {"sem_wait"}) == "slots");
    CHECK(receiver_of("std::call_once(flag, [] {});", {"call_once"}) == "flag");
    CHECK(receiver_of("total += lock(x);", {"lock"}) == "");
    CHECK(receiver_of("get().lock();", {"lock"}) == "");
    CHECK(first_argument_of("ready_.wait(lock, [this] { return !items_.empty(); });", {"wait"}) == "lock");
    CHECK(first_argument_of("ready_.wait(lock, [this] {", {"wait"}) == "lock");
    CHECK(mutex_of_lock_object("void f() {\n std::unique_lock<std::mutex> lock(mutex_);\n}", "lock") == "mutex_");
    CHECK(mutex_of_lock_object("void f() {\n std::unique_lock<std::mutex> lock(mutex_);\n}", "other") == "");
}

TEST_CASE("symbols: what a line uses") {
    CHECK(uses_in("++visits;").target == "visits");
    CHECK(uses_in("++visits;").variables == Names{"visits"});
    CHECK(uses_in("balance_ -= amount;").target == "balance_");
    CHECK(uses_in("balance_ -= amount;").variables == Names{"balance_", "amount"});
    CHECK(uses_in("return balance_;").variables == Names{"balance_"});
    CHECK(uses_in("counter = counter + 1;").variables == Names{"counter"});
    CHECK(uses_in("this->done = true;").target == "done");
    CHECK(uses_in("int copy = shared;").variables == Names{"shared"});
    CHECK(uses_in("int copy = shared;").target == "");
    CHECK(uses_in("const std::vector<int> copy = shared;").variables == Names{"shared"});
    CHECK(uses_in("Account& target = accounts[1];").variables == Names{"accounts[1]"});
    CHECK(uses_in("if (total == 3 && ready) {").variables == Names{"total", "ready"});
    CHECK(uses_in("if (total == 3 && ready) {").target == "");
    CHECK(uses_in("items.push_back(item);").receivers == Names{"items"});
    CHECK(uses_in("items.push_back(item);").variables == Names{"item"});
    CHECK(uses_in(lab::evidence::code_only("std::cout << total << \"\\n\";")).variables == Names{"total"});
    CHECK(uses_in("for (int i = 0; i < 3; ++i) sum[i] += i;").variables.size() >= 2);
    CHECK(uses_in("while (!flag) {").variables == Names{"flag"});
    CHECK(uses_in("results[index] = index * index;").target == "results[index]");
    CHECK(uses_in("*counter += 1;").variables == Names{"counter"});
    CHECK(uses_in("std::vector<int> slots(count);").declared == "slots");
    CHECK(uses_in("auto entry = queue.top();").declared == "entry");
    CHECK(uses_in("const std::string text{first, last};").declared == "text");
    CHECK(uses_in("std::vector<int> slots;").declared.empty());
    CHECK(uses_in("struct Entry {").declared.empty());
    CHECK(uses_in("bool put(Entry entry, Timeout timeout) override {").declared.empty());
    CHECK(uses_in("void unlock() { mutex_.unlock(); }").declared.empty());
    CHECK(uses_in("std::thread worker([&slots] {").declared.empty());  // ends elsewhere
    CHECK(uses_in("for (auto& slot : slots) {").declared.empty());
    CHECK(uses_in("return make(count);").declared.empty());
    CHECK(uses_in("slots[0] = work(count);").declared.empty());
    CHECK(uses_in("").variables.empty());
    CHECK(receiver_of_call("from.withdraw(30);", "withdraw") == "from");
}

TEST_CASE("symbols: comments and literals are no code") {
    CHECK(lab::evidence::code_only("a; // b\nc") == "a;     \nc");
    CHECK(lab::evidence::code_only("x /* y\nz */ w") == "x     \n     w");
    CHECK(lab::evidence::code_only("f(\"sleep_for(\\\"1)\");") == "f(\"              \");");
    CHECK(lab::evidence::code_only("R\"(a)\" + 1'000 + '\"' + b") == "R\"   \" + 1'000 + ' ' + b");
    CHECK(lab::evidence::code_only("\"open") == "\"   n");
}

namespace lab_symbols_test {
struct Pair {
    int first;
    int second[3];
};
Pair pairs[4];
}  // namespace lab_symbols_test

extern char __executable_start;

TEST_CASE("symbols: a global's member by its address, in this very program") {
    auto info = DebugInfo::open("/proc/self/exe");
    REQUIRE(info.has_value());
    const auto base = reinterpret_cast<std::uint64_t>(&__executable_start);
    const auto address = reinterpret_cast<std::uint64_t>(&lab_symbols_test::pairs[2].second[1]);
    const std::string& name = info->variable_at(address - base).name;
    const bool as_expected = name == "pairs[2].second[1]" || name.empty();  // empty: built without -g
    CHECK(as_expected);
    CHECK(info->variable_at(1).name.empty());
    CHECK(info->lines_of(1).empty());
    CHECK_FALSE(DebugInfo::open("/nonexistent").has_value());
    CHECK_FALSE(DebugInfo::open("/etc/passwd").has_value());
}

TEST_CASE("symbols: evidence of a program that cannot be read still gets names") {
    lab::evidence::Evidence evidence;
    lab::evidence::Failure failure;
    failure.kind = "deadlock";
    const auto add = [&failure](int id, const char* kind, const char* name) {
        failure.objects.emplace_back();
        failure.objects.back().id = id;
        failure.objects.back().kind = kind;
        if (name != nullptr) failure.objects.back().name = name;
    };
    add(1, "mutex", nullptr);
    add(2, "mutex", "left");
    add(3, "memory", nullptr);
    add(4, "mutex", "left");
    evidence.cases.emplace_back();
    evidence.cases[0].failure = failure;
    annotate(evidence, "/nonexistent", {});
    const auto& objects = evidence.cases[0].failure->objects;
    CHECK(objects[0].shown == "mutex 1");
    CHECK(objects[0].numbered);
    CHECK(objects[1].shown == "left #1");
    CHECK(objects[2].shown == "variable 1");
    CHECK(objects[3].shown == "left #2");
    CHECK(evidence.oddities.size() == 1);
}

TEST_CASE("symbols: what a line declares") {
    CHECK(declared_as("Account b(2, 100);", "Account") == "b");
    CHECK(declared_as("CHECK(count_visits({door_with(2)}) == 4);", "count_visits") == "");
    CHECK(declared_as("const Account b{2};", "Account") == "b");
    CHECK(declared_as("transfer(a, b);", "Account") == "");
    CHECK(uses_in("Account(int number, int balance) : number_(number), balance_(balance) {}").variables ==
          Names{"number_", "number", "balance_", "balance"});
}
