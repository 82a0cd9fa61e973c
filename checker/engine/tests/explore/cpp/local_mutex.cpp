// expect: data-race
// about: each call has a mutex of its own
#include <mutex>
#include <thread>
int visits = 0;
void visit() {
    std::mutex mutex;
    std::lock_guard lock(mutex);
    ++visits;
}
int main() {
    std::thread a(visit), b(visit);
    a.join();
    b.join();
}
