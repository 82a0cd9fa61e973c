// producer_consumer.hpp (given, do not edit): the letters, the queue between threads, and what producer_consumer.cpp
// must provide.
#pragma once

#include <memory>
#include <optional>
#include <string>

// A letter and its number, such as 'a' and 97.
struct Ordinal {
    char letter;
    int number;
};

// A queue for any number of producers and consumers, each in a thread of its own: they may call it at the same time.
class OrdinalQueue {
public:
    virtual ~OrdinalQueue() = default;

    // Adds an ordinal at the end. Nobody calls put() after close().
    virtual void put(Ordinal ordinal) = 0;

    // Takes the ordinal at the front: first in, first out. If there is none, waits (blocked, not polling) until
    // somebody puts one. nullopt is the end of the stream: the queue is closed, and all that was put has been taken.
    virtual std::optional<Ordinal> get() = 0;

    // Says that nothing more will be put. What is still in the queue can be taken; after that every get(), whether it
    // waits already or comes later, returns nullopt. Calling close() again changes nothing.
    virtual void close() = 0;
};

// A new queue, empty and open.
std::unique_ptr<OrdinalQueue> make_queue();

// The number of a letter, 0 to 255 for each of the 256 values of a char.
int ord(char letter);

// Puts the ordinal of each of the letters on the queue, in this order. Does not close the queue: another producer may
// still be at work, and only the caller knows when all have finished.
void produce(const std::string& letters, OrdinalQueue& queue);

// Takes ordinals until the end of the stream, then prints them in the order of their numbers, a line each: `a 97`.
void consume(OrdinalQueue& queue);
