"""What can be asked: reads only. The public doors ask the public read model and nothing else."""
