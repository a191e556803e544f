# What benches there are: each is a program bench_NAME of a folder in bench, or a script bench/NAME/run.
# shellcheck shell=bash

# bench_names: their names in one line. Needs the project's folder as the working directory.
bench_names() {
    {
        sed -n 's/.*add_executable(bench_\([a-z_]*\).*/\1/p' bench/*/CMakeLists.txt
        for script in bench/*/run; do
            basename "$(dirname "$script")"
        done
    } | sort -u | tr '\n' ' '
}
