// as_they_come.cpp: jobs are handed out, the most urgent first, while others are still coming in.
#include <condition_variable>
#include <functional>
#include <iostream>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

std::mutex mutex;
std::condition_variable came;
std::priority_queue<int, std::vector<int>, std::greater<int>> jobs;  // the least on top

void put(int job) {
    std::lock_guard<std::mutex> lock(mutex);
    jobs.push(job);
    came.notify_one();
}

int get() {
    std::unique_lock<std::mutex> lock(mutex);
    while (jobs.empty()) {
        came.wait(lock);
    }
    const int job = jobs.top();
    jobs.pop();
    return job;
}

int main() {
    std::thread office([] {
        put(3);
        put(1);
        put(2);
    });
    const int first = get();
    const int second = get();
    const int third = get();
    office.join();
    std::cout << first << ' ' << second << ' ' << third << '\n';
}
