// expect: data-race
// about: the second barrier is missing: one thread already writes what the other one still reads
#include <barrier>
#include <thread>
int values[2] = {1, 2};
std::barrier phase(2);
void work(int id) {
    phase.arrive_and_wait();
    const int both = values[0] + values[1];
    values[id] = both;
}
int main() {
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
}
