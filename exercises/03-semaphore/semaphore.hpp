// semaphore.hpp: given. A print shop with room for two, and a rendezvous of two threads.
#pragma once

#include <functional>

// What a customer does in the print shop. Throws if the paper jams.
using Job = std::function<void()>;

// The shop has room for two. Any number of threads may call this at the same time: each waits until there is room, does
// its job there exactly once, and leaves. At most 2 are inside at any time, and 2 can be. If the job throws, the
// customer leaves all the same, and the exception goes on to the caller.
void print_in_shop(const Job& job);

// A rendezvous: one thread calls first_arrives(), another second_arrives(). Neither call returns before the other one
// was made; what a thread did before its call, the other can see after its own. Once both calls have returned, two
// threads may meet again in the same way.
void first_arrives();
void second_arrives();
