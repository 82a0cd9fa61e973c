// expect: passed
// output: 6\n
// about: phases with std::barrier
#include <barrier>
#include <iostream>
#include <thread>
int values[2] = {1, 2};
int sums[2];
std::barrier phase(2);
void work(int id) {
    const int both = values[0] + values[1];
    phase.arrive_and_wait();
    values[id] = both;
    phase.arrive_and_wait();
    sums[id] = values[0] + values[1];
}
int main() {
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::cout << (sums[0] == sums[1] ? sums[0] : -1) << '\n';
}
