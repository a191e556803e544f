# A full hall for benches of the console: the invented district with many resources more.
# shellcheck shell=bash disable=SC2154

# hall_full WORK COUNT: as hall_start, on ports of its own, with COUNT resources beside those of the
# demonstration. They are imported as anybody's file would be.
hall_full() {
    local work=$1 count=$2 hub_port media_port
    hub_port=$(free_port 28460) media_port=$(free_port 28554)
    hall_start "$work" "$hub_port" "$media_port"
    hall_stop
    awk -v count="$count" 'BEGIN {
        srand(7)
        print "code,name,x,y,capacity"
        for (i = 1; i <= count; i++)
            printf "S%05d,测点 %d 号,%.6f,%.6f,%d\n", i, i, 113.85 + rand() * 0.4, 30.40 + rand() * 0.35, 50 + int(rand() * 900)
    }' >"$work/many.csv"
    cat >"$work/many.toml" <<'MAP'
layer = "shelter"
system = "EPSG:4326"

[columns]
code = "code"
name = "name"
x = "x"
y = "y"
capacity = "capacity"

[[kind]]
value = "other"
MAP
    "$HALL_BIN/chengyun-hub" import "$work/many.csv" --map "$work/many.toml" --data-dir "$work/hub" >&2 ||
        die "the hub did not take the $count resources" "its report stands above"
    hall_start "$work" "$hub_port" "$media_port"
}
