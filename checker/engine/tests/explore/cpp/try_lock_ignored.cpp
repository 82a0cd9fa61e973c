// expect: data-race|misuse
// about: whether try_lock got the lock is not looked at
#include <mutex>
#include <thread>
std::mutex mutex;
int count = 0;
void work() {
    static_cast<void>(mutex.try_lock());
    ++count;
    mutex.unlock();
}
int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
}
