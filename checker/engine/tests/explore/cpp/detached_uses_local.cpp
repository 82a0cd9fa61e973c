// expect: data-race|leak|abort
// about: a detached thread uses a local variable of main
#include <thread>
int main() {
    int local = 0;
    std::thread([&] { ++local; }).detach();
    return local;
}
