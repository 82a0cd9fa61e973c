// semaphore.cpp: a print shop with room for two, and a rendezvous of two threads.
// Five customers come to the shop, and never more than two are inside. Then two threads meet: neither
// goes on before the other has come. The program prints "most at once 2", "jobs 5" and a letter.
#include "semaphore.hpp"

#include <semaphore>

namespace {

// TODO: a semaphore for the shop. With how many permits does it start?

// Has no permit until the first thread has arrived.
std::counting_semaphore<> first_is_here{0};

// TODO: the second thread needs something like it.

}  // namespace

void print_in_shop(const Job& job) {
    // TODO: nobody waits here, and all five are in the shop at once. Remember that the job may throw.
    job();
}

void first_arrives() {
    first_is_here.release();
    // TODO: the first thread goes on although the second may not have come yet.
}

void second_arrives() {
    // TODO: nobody tells the first thread that the second one has come.
    first_is_here.acquire();
}
