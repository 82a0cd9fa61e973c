// main.cpp: two customers print a letter each and withdraw from the same account.
#include "lock.hpp"

#include <chrono>
#include <iostream>
#include <thread>

namespace {

// A slow printer: whoever comes in between can be seen.
class Paper : public Stream {
public:
    void line(const std::string& text) override {
        std::cout << text;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        std::cout << std::endl;
    }
};

}  // namespace

int main() {
    Paper paper;
    Printer printer(paper);
    Account account(30);

    const auto customer = [&printer, &account](const std::string& name) {
        printer.print({name + ": to the bank,", name + ": 30 coins, please,", name + ": yours, " + name});
        account.withdraw(30);
    };
    std::thread ann(customer, "ann");
    std::thread bob(customer, "bob");
    ann.join();
    bob.join();

    std::cout << "balance " << account.balance() << std::endl;
}
