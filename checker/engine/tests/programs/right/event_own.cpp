// expect: passed
// output: go go\n
// An event with set and wait, waited for by two threads.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

class Event {
public:
    void set() {
        std::lock_guard lock(guard_);
        set_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(guard_);
        while (!set_) changed_.wait(lock);
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    bool set_ = false;
};

int main() {
    Event started;
    std::string word, seen[2];
    auto run = [&](int me) {
        started.wait();
        seen[me] = word;
    };
    std::thread a(run, 0), b(run, 1);
    word = "go";
    started.set();
    a.join();
    b.join();
    std::printf("%s %s\n", seen[0].c_str(), seen[1].c_str());
}
