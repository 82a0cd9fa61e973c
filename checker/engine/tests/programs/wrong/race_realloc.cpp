// expect: data-race
// A block is grown by realloc while another thread writes into it.
#include <cstdio>
#include <cstdlib>
#include <thread>

int main() {
    char* block = static_cast<char*>(std::malloc(16));
    std::thread writer([block] { block[0] = 'x'; });
    char* larger = static_cast<char*>(std::realloc(block, 4096));
    writer.join();
    std::free(larger);
    std::puts("done");
}
