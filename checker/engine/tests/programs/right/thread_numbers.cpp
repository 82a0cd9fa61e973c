// expect: passed
// output: 1 1 1\n
// gettid(): a number for each thread, the main thread's that of the process; the system call says the same.
#include <sys/syscall.h>
#include <unistd.h>
#include <cstdio>
#include <thread>

int main() {
    long one = 0, other = 0;
    std::thread a([&] { one = gettid(); });
    std::thread b([&] { other = syscall(SYS_gettid); });
    a.join();
    b.join();
    std::printf("%d %d %d\n", one != other, one != gettid() && other != gettid(), gettid() == getpid());
}
