// expect: passed
// output: 2\n
// Two threads map memory one after the other, and may get the same addresses: it is new memory each time.
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>

static atomic_int done;

static void* work(void* argument) {
    char* block = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert(block != MAP_FAILED && block[0] == 0);
    block[0] = block[8191] = 1;
    munmap(block, 8192);
    ++done;
    return argument;
}

int main(void) {
    // Never given back: the next execution must get the same address all the same.
    char* kept = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert(kept != MAP_FAILED && kept[0] == 0);
    kept[0] = 1;
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", done);
    return 0;
}
