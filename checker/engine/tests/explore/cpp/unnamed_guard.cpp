// expect: data-race
// about: a guard without a name lives for one expression
#include <mutex>
#include <thread>
std::mutex mutex;
int visits = 0;
void visit() {
    std::lock_guard<std::mutex>{mutex};
    ++visits;
}
int main() {
    std::thread a(visit), b(visit);
    a.join();
    b.join();
}
