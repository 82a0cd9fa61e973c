// expect: exception
// The size is checked in one critical section and used in another.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

static std::mutex guard;
static std::vector<int> items{1};

static bool empty() {
    std::lock_guard lock(guard);
    return items.empty();
}

static int pop() {
    std::lock_guard lock(guard);
    int last = items.at(items.size() - 1);
    items.pop_back();
    return last;
}

int main() {
    auto take = [] {
        if (!empty()) pop();
    };
    std::thread a(take), b(take);
    a.join();
    b.join();
    std::puts("done");
}
