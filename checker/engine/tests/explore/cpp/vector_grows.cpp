// expect: data-race
// about: one thread reads an element while another one makes the vector grow
#include <thread>
#include <vector>
int main() {
    std::vector<int> values{1};
    int seen = 0;
    std::thread reader([&] { seen = values[0]; });
    values.push_back(2);
    reader.join();
    return seen - 1;
}
