# The few helpers that every folder's CMakeLists.txt uses.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# No file uses C++ modules: looking for them doubles the work and keeps ccache out.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_CURRENT_LIST_DIR}/compile ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wnon-virtual-dtor -Woverloaded-virtual)
if(CHENGYUN_STRICT)
    add_compile_options(-Werror)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    add_compile_options(-fstack-protector-strong)
    add_compile_definitions($<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
endif()
if(CHENGYUN_SANITIZE)
    add_compile_options(-fsanitize=${CHENGYUN_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${CHENGYUN_SANITIZE})
endif()
if(CHENGYUN_FUZZ)
    # Coverage of the libraries too: without it the fuzzer sees nothing of what it feeds.
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Small files cost little more than their headers, and instantiate the same templates each for itself:
# several of a library are compiled as one, which halves what a build from nothing costs. Helpers in
# anonymous namespaces need names of their own in their library then. Who changes one library all day
# builds it faster with CHENGYUN_UNITY=OFF.
option(CHENGYUN_UNITY "Compile several files of a library as one" ON)
set(CMAKE_UNITY_BUILD ${CHENGYUN_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 6)

# Each library is linked into a hundred tests and more. A test that carried all of them with their line tables
# would take 30 MB, and twice that with a sanitizer: so tests leave line tables to the libraries they are linked from
# (chengyun_test), and the sanitizers, whose reports need them, have shared libraries (BUILD_SHARED_LIBS).

# Headers are found from the top: "core/order/order.h", "app/link/outbox.h".
include_directories("${CMAKE_SOURCE_DIR}")

# Every Qt target: text is never made from bytes by accident, and keywords stay free.
add_library(chengyun_qt_rules INTERFACE)
target_compile_definitions(chengyun_qt_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)

# What nearly every file of a layer includes is read once for all of it: most of what a small file
# costs is its headers. The layer's lowest library makes them and the others take them as they are,
# which the compiler allows when their options agree. CHENGYUN_PRECOMPILE=OFF builds without; that
# every file includes what it needs is seen there.
option(CHENGYUN_PRECOMPILE "Read the headers that a whole layer includes once" ON)
function(chengyun_precompile target)
    cmake_parse_arguments(P "" "FROM" "HEADERS" ${ARGN})
    if(NOT CHENGYUN_PRECOMPILE)
        return()
    endif()
    # A shared library is else told so by a definition of its own, and takes no other's headers then.
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "")
    if(P_FROM)
        target_precompile_headers(${target} REUSE_FROM ${P_FROM})
    else()
        target_precompile_headers(${target} PRIVATE ${P_HEADERS})
    endif()
endfunction()

# Each folder below that has a CMakeLists.txt, by name: one that is new is found without being listed.
function(chengyun_each_folder)
    file(GLOB lists CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt")
    foreach(list IN LISTS lists)
        get_filename_component(folder "${list}" DIRECTORY)
        add_subdirectory("${folder}")
    endforeach()
endfunction()

# How tests are compiled, over what the preset says; a library of tests takes these too, and their
# precompiled headers, which the compiler takes only where the options agree.
set(CHENGYUN_TEST_OPTIONS -O1)

# chengyun_headers(NAME HEADERS … [LIBS …] [USES …])
# A library that is only there for its precompiled headers. The compiler takes them only where all of
# their definitions are in force, so it has no more than all its users have: of the libraries in USES
# it takes where their headers are and nothing else.
function(chengyun_headers name)
    cmake_parse_arguments(H "" "" "HEADERS;LIBS;USES" ${ARGN})
    file(CONFIGURE OUTPUT ${name}.cpp CONTENT "// Only for its headers.\n")
    add_library(${name} "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE Qt6::Core chengyun_qt_rules ${H_LIBS})
    foreach(library IN LISTS H_USES)
        target_include_directories(${name} SYSTEM PRIVATE
            $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    chengyun_precompile(${name} HEADERS ${H_HEADERS})
endfunction()

# Runs moc on those of the target's files that need it, and on nothing else. AUTOMOC reads all of them at
# every build and compiles one more file a target, which for a test is often an empty one.
function(chengyun_test_moc name)
    get_target_property(sources ${name} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(source IN LISTS sources)
        get_filename_component(stem ${source} NAME_WE)
        get_filename_component(path ${source} ABSOLUTE)
        file(STRINGS "${path}" asks REGEX "^#include \"${stem}\\.moc\"" LIMIT_COUNT 1)
        if(asks)
            set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
            qt6_generate_moc("${path}" "${moc}" TARGET ${name})
            target_sources(${name} PRIVATE "${moc}")
            target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
        endif()
        get_filename_component(folder "${path}" DIRECTORY)
        set(header "${folder}/${stem}.h")
        if(EXISTS "${header}")
            file(STRINGS "${header}" declares REGEX "^ *Q_OBJECT" LIMIT_COUNT 1)
            if(declares)
                qt6_wrap_cpp(moc "${header}" TARGET ${name})
                target_sources(${name} PRIVATE ${moc})
            endif()
        endif()
    endforeach()
endfunction()

option(CHENGYUN_TEST_LINES "Tests hold line tables, for who debugs one (8 GB in all)" OFF)

# chengyun_test(NAME [SOURCES …] [LIBS …] [LABELS …] [SCREEN] [PLAIN] [PATHS] [TIMEOUT seconds])
# One Qt Test program, tests/<folder>/<name>.cpp by default. SCREEN: it needs a display with OpenGL
# and is run under its own Xvfb by tests/with-screen. PLAIN: without precompiled headers, since a
# library of it brings compiler options of its own (GStreamer's -pthread). PATHS: it is told where the
# sources and the programs are; the compiler cache then knows it in this folder only.
function(chengyun_test name)
    cmake_parse_arguments(T "SCREEN;PLAIN;PATHS" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT T_SOURCES)
        set(T_SOURCES ${name}.cpp)
    endif()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    find_package(Qt6 6.8 REQUIRED COMPONENTS Core Test)
    add_executable(${name} ${T_SOURCES})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin/tests")
    target_link_libraries(${name} PRIVATE Qt6::Core Qt6::Test chengyun_core chengyun_qt_rules ${T_LIBS})
    if(T_PATHS)
        target_compile_definitions(${name} PRIVATE
            CHENGYUN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CHENGYUN_BINARY_DIR="${CMAKE_BINARY_DIR}")
    endif()
    chengyun_test_moc(${name})
    # As a library is compiled, so that it can take the headers of one. Optimising what runs for a
    # moment costs more than it brings.
    target_compile_options(${name} PRIVATE -fPIC ${CHENGYUN_TEST_OPTIONS})
    if(NOT CHENGYUN_TEST_LINES AND NOT CHENGYUN_SANITIZE)
        target_link_options(${name} PRIVATE -Wl,--strip-debug)
    endif()
    if(NOT T_PLAIN)
        chengyun_precompile(${name} FROM chengyun_test_headers)
    endif()
    if(T_SCREEN)
        add_test(NAME ${name} COMMAND "${CMAKE_SOURCE_DIR}/tests/with-screen" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}")
endfunction()

# chengyun_fuzz(NAME [LIBS …])
# One libFuzzer program from NAME.cpp; its seeds stand in tests/fuzz/corpus/NAME. NAME begins with
# fuzz_: that is how `./dev test --fuzz` finds it.
function(chengyun_fuzz name)
    cmake_parse_arguments(F "" "" "LIBS" ${ARGN})
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE ${F_LIBS})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
