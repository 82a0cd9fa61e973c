// expect: passed
// output: 0 or 1 calls, none after removal\n
// The destructor of a stop callback waits for a call that is running.
#include <cstdio>
#include <stop_token>
#include <thread>

int main() {
    std::stop_source source;
    int calls = 0;
    std::thread asker([&] { source.request_stop(); });
    {
        std::stop_callback callback(source.get_token(), [&] { ++calls; });
    }
    int at_removal = calls;
    asker.join();
    if (at_removal == calls && calls <= 1) std::puts("0 or 1 calls, none after removal");
}
