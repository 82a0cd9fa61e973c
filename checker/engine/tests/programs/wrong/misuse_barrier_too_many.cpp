// expect: misuse
// A third thread arrives at a barrier for one after it was dropped.
#include <barrier>
#include <thread>

int main() {
    std::barrier<> step(1);
    step.arrive_and_drop();
    std::thread late([&] { (void)step.arrive(); });
    late.join();
}
