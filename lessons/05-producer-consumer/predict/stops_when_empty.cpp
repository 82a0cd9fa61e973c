// stops_when_empty.cpp: the consumer takes an empty queue for the end of the stream.
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

std::mutex mutex;
std::queue<char> letters;

void put(char letter) {
    std::lock_guard<std::mutex> lock(mutex);
    letters.push(letter);
}

char get() {  // 0: the queue is empty
    std::lock_guard<std::mutex> lock(mutex);
    if (letters.empty()) {
        return 0;
    }
    const char letter = letters.front();
    letters.pop();
    return letter;
}

int main() {
    std::thread producer([] {
        put('a');
        put('b');
    });
    std::string taken;
    while (const char letter = get()) {
        taken += letter;
    }
    producer.join();
    std::cout << "taken: " << taken << '\n';
}
