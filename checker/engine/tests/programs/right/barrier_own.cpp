// expect: passed
// output: 2 rounds together\n
// A reusable barrier of one's own: a generation number tells the rounds apart.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

class Barrier {
public:
    explicit Barrier(int count) : count_(count), missing_(count) {}
    void arrive_and_wait() {
        std::unique_lock lock(guard_);
        int mine = generation_;
        if (--missing_ == 0) {
            missing_ = count_;
            ++generation_;
            all_here_.notify_all();
        } else {
            all_here_.wait(lock, [&] { return generation_ != mine; });
        }
    }

private:
    std::mutex guard_;
    std::condition_variable all_here_;
    int count_, missing_, generation_ = 0;
};

int main() {
    Barrier barrier(2);
    int done[2] = {};
    auto work = [&](int me, bool& good) {
        for (int round = 1; round <= 2; ++round) {
            done[me] = round;
            barrier.arrive_and_wait();
            if (done[1 - me] != round) good = false;
            barrier.arrive_and_wait();
        }
    };
    bool a_good = true, b_good = true;
    std::thread a([&] { work(0, a_good); }), b([&] { work(1, b_good); });
    a.join();
    b.join();
    if (a_good && b_good) std::puts("2 rounds together");
}
