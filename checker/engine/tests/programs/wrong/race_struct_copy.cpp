// expect: data-race
// A structure is copied whole while a member is written.
#include <cstdio>
#include <thread>

struct Record {
    int id;
    char name[20];
    double amount;
};

int main() {
    Record record{1, "one", 1.0};
    Record copy{};
    std::thread reader([&] { copy = record; });
    record.amount = 2.0;
    reader.join();
    std::printf("%d\n", copy.id);
}
