// expect: data-race
// Memory is unmapped while a thread may still write to it.
#include <pthread.h>
#include <sys/mman.h>

static void* work(void* argument) {
    *(int*)argument = 1;
    return NULL;
}

int main(void) {
    int* block = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pthread_t thread;
    pthread_create(&thread, NULL, work, block);
    munmap(block, 4096);
    pthread_join(thread, NULL);
    return 0;
}
