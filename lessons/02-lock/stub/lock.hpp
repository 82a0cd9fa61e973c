// lock.hpp: given. A printer and an account that several threads use, each with its own lock.
#pragma once

#include <mutex>
#include <string>
#include <vector>

// Where lines go. It is not made for threads: only one at a time may be inside line().
class Stream {
public:
    virtual ~Stream() = default;
    // Writes one line. Throws if the paper jams.
    virtual void line(const std::string& text) = 0;
};

// Prints blocks of lines on a stream that belongs to it. Any number of threads may call it at the same time.
class Printer {
public:
    explicit Printer(Stream& stream) : stream_(stream) {}

    // Writes all lines of the block, in their order, each by one call of the stream's line(). The block stays whole:
    // no line of another block comes in between. If line() throws, the rest of the block is dropped, the exception goes
    // on to the caller, and the printer is ready for the next block. Two different printers never wait for each other.
    void print(const std::vector<std::string>& block);

private:
    std::mutex mutex_;
    Stream& stream_;
};

// An account that never goes below zero. Any number of threads may call its functions at the same time.
class Account {
public:
    explicit Account(int balance) : balance_(balance) {}

    // Returns what is on the account.
    int balance() const;

    // Adds the amount (0 or more).
    void deposit(int amount);

    // Takes the amount (0 or more) and returns true if there is enough; else takes nothing and returns false.
    bool withdraw(int amount);

private:
    mutable std::mutex mutex_;  // mutable: balance() is const, and must lock too
    int balance_;
};
