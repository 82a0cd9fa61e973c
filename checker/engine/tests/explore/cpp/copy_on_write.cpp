// expect: abort
// about: two writers copy the same version; one change is lost
#include <atomic>
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>
std::mutex mutex;
std::shared_ptr<const int> current = std::make_shared<int>(0);
std::shared_ptr<const int> read() {
    std::lock_guard lock(mutex);
    return current;
}
void change() {
    auto fresh = std::make_shared<int>(*read() + 1);
    std::lock_guard lock(mutex);
    current = fresh;
}
int main() {
    std::thread a(change), b(change);
    a.join();
    b.join();
    assert(*read() == 2);
}
