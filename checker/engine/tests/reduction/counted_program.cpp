// counted_program.cpp: programs whose distinct executions are known. Arguments: kind, threads, operations each.
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

template <class Body>
void together(int count, Body body) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back([&body, i] { body(i); });
    for (auto& thread : threads) thread.join();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const std::string kind = arguments[1];
    const int threads = std::atoi(arguments[2]);
    const int operations = std::atoi(arguments[3]);
    if (kind == "add") {
        std::atomic<int> counter{0};
        together(threads, [&](int) {
            for (int i = 0; i < operations; ++i) counter.fetch_add(1);
        });
        return counter == threads * operations ? 0 : 1;
    }
    if (kind == "lock") {
        std::mutex mutex;
        int counter = 0;
        together(threads, [&](int) {
            for (int i = 0; i < operations; ++i) {
                std::lock_guard lock(mutex);
                ++counter;
            }
        });
        return counter == threads * operations ? 0 : 1;
    }
    if (kind == "racy") {
        std::atomic<int> counter{0};
        together(threads, [&](int) {
            for (int i = 0; i < operations; ++i) {
                const int seen = counter.load();
                counter.store(seen + 1);
            }
        });
        return 0;
    }
    if (kind == "forks") {  // as many acyclic orders of neighbours as there are
        std::vector<std::mutex> forks(static_cast<unsigned>(threads));
        together(threads, [&](int i) {
            const auto left = static_cast<unsigned>(i), right = static_cast<unsigned>((i + 1) % threads);
            for (int k = 0; k < operations; ++k) {
                std::lock_guard first(forks[left < right ? left : right]);
                std::lock_guard second(forks[left < right ? right : left]);
            }
        });
        return 0;
    }
    if (kind == "unsteady") {  // not the same program each time: the environment outlives an interleaving
        const char* before = std::getenv("LAB_TURN");
        const int turn = before == nullptr ? 0 : std::atoi(before);
        setenv("LAB_TURN", std::to_string(turn + 1).c_str(), 1);
        std::atomic<int> counter{0};
        together(threads, [&](int i) {
            for (int k = 0; k < operations + (turn + i) % 2; ++k) counter.fetch_add(1);
        });
        return 0;
    }
    if (kind == "spin") {
        std::atomic<bool> ready{false};
        together(2, [&](int i) {
            if (i == 0) ready = true;
            while (i == 1 && !ready) std::this_thread::yield();
        });
        return 0;
    }
    return 2;
}
