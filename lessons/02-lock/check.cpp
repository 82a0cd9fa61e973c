// check.cpp: what the printer and the account must do in every interleaving.
#include "lock.hpp"

#include <interleave/interleave.hpp>

#include <stdexcept>
#include <thread>

namespace {

// Remembers the lines, as one text. Written without any protection: that is the printer's business.
class Sheet : public Stream {
public:
    void line(const std::string& text) override {
        const int place = used_;
        if (text == "jam") {
            ++jams_;
            throw std::runtime_error("paper jam");
        }
        interleave::point();
        if (place < 8) {
            lines_[place] = text;
            used_ = place + 1;
        }
    }
    int jams() const { return jams_; }
    std::string text() const {
        std::string all;
        for (int i = 0; i < used_; ++i) {
            all += lines_[i] + " ";
        }
        return all;
    }

private:
    int used_ = 0;
    int jams_ = 0;
    std::string lines_[8];
};

// Counts who is inside any stream of this kind.
class BusyStream : public Stream {
public:
    explicit BusyStream(interleave::Gauge& printing) : printing_(printing) {}
    void line(const std::string&) override { interleave::Inside inside(printing_); }

private:
    interleave::Gauge& printing_;
};

}  // namespace

INTERLEAVED_TEST_CASE("a block stays whole when two threads print") {
    Sheet sheet;
    Printer printer(sheet);
    std::thread ann([&] { printer.print({"a1", "a2", "a3"}); });
    std::thread bob([&] { printer.print({"b1", "b2", "b3"}); });
    ann.join();
    bob.join();
    const std::string text = sheet.text();
    CHECK(text == (text[0] == 'a' ? "a1 a2 a3 b1 b2 b3 " : "b1 b2 b3 a1 a2 a3 "));
}

INTERLEAVED_TEST_CASE("after a paper jam the printer is ready for the next block") {
    Sheet sheet;
    Printer printer(sheet);
    std::thread ann([&] { CHECK_THROWS_AS(printer.print({"a1", "jam", "a3"}), std::runtime_error); });
    std::thread bob([&] { printer.print({"b1", "b2"}); });
    ann.join();
    bob.join();
    const std::string text = sheet.text();
    CHECK(text == (text[0] == 'a' ? "a1 b1 b2 " : "b1 b2 a1 "));
    CHECK(sheet.jams() == 1);  // nobody tries that line again
}

SOME_INTERLEAVING_TEST_CASE("two printers can print at the same time") {
    interleave::Gauge printing;
    BusyStream left(printing);
    BusyStream right(printing);
    Printer upstairs(left);
    Printer downstairs(right);
    std::thread ann([&] { upstairs.print({"a1"}); });
    std::thread bob([&] { downstairs.print({"b1"}); });
    ann.join();
    bob.join();
    if (printing.most() == 2) {
        interleave::reached();
    }
}

INTERLEAVED_TEST_CASE("only one of two customers gets the last coins") {
    Account account(10);
    bool ann_got = false;
    bool bob_got = false;
    std::thread ann([&] { ann_got = account.withdraw(10); });
    std::thread bob([&] { bob_got = account.withdraw(10); });
    ann.join();
    bob.join();
    CHECK(ann_got != bob_got);
    CHECK(account.balance() == 0);
}

INTERLEAVED_TEST_CASE("a deposit and a withdrawal at the same time both count") {
    Account account(10);
    bool bob_got = false;
    std::thread ann([&] { account.deposit(5); });
    std::thread bob([&] { bob_got = account.withdraw(10); });
    ann.join();
    bob.join();
    CHECK(bob_got);
    CHECK(account.balance() == 5);
}

INTERLEAVED_TEST_CASE("the balance can be read while others pay in and withdraw") {
    Account account(10);
    std::thread ann([&] { account.deposit(5); });
    std::thread bob([&] { account.withdraw(10); });
    const int seen = account.balance();
    CHECK((seen == 10 || seen == 15 || seen == 0 || seen == 5));
    ann.join();
    bob.join();
}

INTERLEAVED_TEST_CASE("who asks for too much takes nothing, not even for a moment") {
    Account account(10);
    bool ann_got = false;
    bool bob_got = false;
    std::thread ann([&] { ann_got = account.withdraw(15); });
    std::thread bob([&] { bob_got = account.withdraw(10); });
    CHECK(account.balance() >= 0);
    ann.join();
    bob.join();
    CHECK(!ann_got);
    CHECK(bob_got);
    CHECK(account.withdraw(0));  // nothing is what an empty account can always pay
}
