#include <stdio.h>

int main(void)
{
    puts("Hello, container!");
    return 0;
}
