// expect: deadlock
// about: a static local waits for a thread that needs it
#include <thread>
int& value();
struct Init { int v = 0; Init() { std::thread t([this] { (void)value(); v = 1; }); t.join(); } };
int& value() { static Init i; return i.v; }
int main() { return value(); }
