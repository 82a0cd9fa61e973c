// expect: passed
// output: 3 ids, main's own is stable, finished one has none\n
// get_id is unique among running threads and usable as a map key.
#include <iostream>
#include <latch>
#include <map>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::map<std::thread::id, int> seen;
    std::latch everybody(2);
    auto work = [&] {
        {
            std::lock_guard lock(guard);
            ++seen[std::this_thread::get_id()];
        }
        everybody.arrive_and_wait();
        std::lock_guard lock(guard);
        ++seen[std::this_thread::get_id()];
    };
    auto main_id = std::this_thread::get_id();
    std::thread a(work), b(work);
    auto id_of_a = a.get_id();
    a.join();
    b.join();
    seen[std::this_thread::get_id()] += 2;
    bool twos = true;
    for (auto& [id, count] : seen) twos = twos && count == 2;
    if (twos && seen.count(id_of_a)) std::cout << seen.size() << " ids";
    if (main_id == std::this_thread::get_id()) std::cout << ", main's own is stable";
    if (a.get_id() == std::thread::id()) std::cout << ", finished one has none\n";
}
