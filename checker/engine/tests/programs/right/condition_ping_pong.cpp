// expect: passed
// output: ping pong ping pong \n
// Two threads take turns by one condition.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable turned;
    int turn = 0;
    auto play = [&](int mine, const char* word) {
        for (int i = 0; i < 2; ++i) {
            std::unique_lock lock(guard);
            turned.wait(lock, [&] { return turn == mine; });
            std::printf("%s ", word);
            turn = 1 - turn;
            turned.notify_one();
        }
    };
    std::thread ping(play, 0, "ping"), pong(play, 1, "pong");
    ping.join();
    pong.join();
    std::printf("\n");
}
