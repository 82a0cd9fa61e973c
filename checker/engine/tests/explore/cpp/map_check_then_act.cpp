// expect: abort
// about: a cache that is looked into and filled in two critical sections
#include <cassert>
#include <map>
#include <mutex>
#include <thread>
std::mutex mutex;
std::map<int, int> cache;
int computed = 0;
int get(int key) {
    {
        std::lock_guard lock(mutex);
        if (auto found = cache.find(key); found != cache.end()) return found->second;
    }
    std::lock_guard lock(mutex);
    ++computed;
    return cache[key] = key * key;
}
int main() {
    std::thread a(get, 3), b(get, 3);
    a.join();
    b.join();
    assert(computed == 1);
}
