// expect: data-race
// then: outputs
// One thread writes its element while another grows the vector.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> items(2);
    std::thread writer([&] { items[0] = 1; });
    std::thread grower([&] { items.resize(100); });
    writer.join();
    grower.join();
    std::printf("%d\n", items[0]);
}
